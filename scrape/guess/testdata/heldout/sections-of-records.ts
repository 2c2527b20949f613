export const sections = [
  {
    title: "Faults of the lift",
    entries: [
      { code: "LIFT_STUCK", httpStatus: 503, text: "The lift stands between two floors" },
      { code: "LIFT_FULL", httpStatus: 409, text: "Too many people are in it" },
    ],
  },
  {
    title: "Faults of the doors",
    entries: [
      { code: "DOOR_JAM", httpStatus: 503, text: "Something is between the doors" },
      { code: "DOOR_SLOW", httpStatus: 408, text: "The doors need too long" },
    ],
  },
];
