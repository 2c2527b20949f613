const faults = [
  { code: 'OVEN_COLD', status: 409, description: 'The oven is not warm yet', solution: 'Wait' },
  { code: 'OVEN_OPEN', status: 409, description: 'The door of the oven is open', solution: 'Shut it' },
  { code: 'OVEN_BUSY', status: 503, description: 'Something else is being baked', solution: 'Come back later' },
];

export default function Faults() {
  return <Table rows={faults} />;
}
