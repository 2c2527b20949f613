export const FAULTS = {
  // doors
  DOOR_STUCK: {
    code: 'D-01',
    httpStatus: 409,
    message: 'The door does not move',
    help: 'Oil the hinges',
  },
  DOOR_BENT: {
    code: 'D-02',
    httpStatus: 409,
    message: 'The door is out of shape',
    help: 'Call the smith',
  },
  // lamps
  LAMP_DARK: {
    code: 'L-01',
    httpStatus: 503,
    message: 'The lamp gives no light',
    help: 'Change the bulb',
  },
} as const;
