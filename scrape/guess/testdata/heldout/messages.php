<?php

return [
    // orders
    31001 => 'the order is unknown',
    31002 => 'the order was cancelled',
    // stock
    32001 => 'the shelf is empty',
    32007 => 'the shelf is locked',
];
