export const gateCodes = {
  opened: 10,
  shut: 11,
  stuck: 20,
  bent: 21,
};

export const gate = {
  width: 300,
  height: 210,
  weight: 80,
};
