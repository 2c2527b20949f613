from enum import Enum


class Parcel(str, Enum):
    CREATED = "created"
    PICKED_UP = "picked_up"
    IN_TRANSIT = "in_transit"
    LOST = "lost"


class Lane(str, Enum):
    SLOW = "slow"
    FAST = "fast"
    NIGHT = "night"
