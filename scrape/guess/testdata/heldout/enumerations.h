/* Ways of a valve. */
enum valve_way {
	VALVE_OPEN = 0, /* water runs */
	VALVE_SHUT = 1, /* no water runs */
	VALVE_DRIP = 2, /* some water runs */
};

/* What a gauge tells. */
enum gauge_event {
	GAUGE_HIGH = 10, /* more than is good */
	GAUGE_LOW = 11, /* less than is good */
	GAUGE_DEAD = 12, /* nothing */
};
