/** Calls, messages and meetings, with someone or with an organisation. */
export const interactions = {
  note: 'Note an exchange',
  edit: 'Edit the exchange',
  editThis: 'Edit',
  failed: 'The exchange could not be read',
  kind: 'What',
  day: 'Day',
  time: 'Time',
  minutes: 'Minutes',
  result: 'Result',
  text: 'Note',
  keys: 'Ctrl and Enter save.',
  noted: 'Exchange noted: {{what}}',
  saved: 'Exchange changed',
  remove: 'Remove',
  removed: 'Exchange removed',
  wrong: {
    time: 'Write the time like this: 14:30.',
    future: 'An exchange is noted once it has taken place.',
    day: 'Say which day.',
    text: 'A note needs a text.',
  },
} as const
