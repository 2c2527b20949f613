public enum LiftFault {
    /** Nobody may ride. */
    TOO_HEAVY("too heavy", "41"),
    /** Nobody may get out. */
    DOOR_STUCK("door stuck", "42"),
    /** Nobody knows where it is. */
    LOST("lost between floors", "07");

    private final String text;
    private final String code;
}
