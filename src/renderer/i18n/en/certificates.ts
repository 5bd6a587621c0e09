import type { certificates as french } from '../fr/certificates'
import type { Like } from '../like'

/** Certificates of those who completed a programme. */
export const certificates = {
  title: 'Certificates',
  nobodyYet: 'Nobody has completed the programme yet.',
  sum: '{{due, number}} to issue, {{issued, number}} issued',
  showList: 'Show the list',
  hideList: 'Hide the list',
  printAll_one: 'Print the certificate',
  printAll_other: 'Print the {{count, number}} certificates',
  printAgain: 'Print',
  issue_one: 'Issue {{count, number}} certificate',
  issue_other: 'Issue {{count, number}} certificates',
  issued_one: '{{count, number}} certificate issued',
  issued_other: '{{count, number}} certificates issued',
  question_one: 'Issue {{count, number}} certificate?',
  question_other: 'Issue {{count, number}} certificates?',
  consequence:
    'Each is given a number and keeps the hours attended to this day. They then print together or one by one, and the act can be undone.',
  day: 'Dated',
  dayNeeded: 'The date is missing.',
  dayLate: 'A certificate is not dated ahead.',
  notNow: 'Not now',
  paper: {
    title: 'Certificate of completion',
    attests: '{{association}} certifies that',
    followed: 'attended and completed',
    dates: 'held from {{from}} to {{to}}.',
    hours: 'Hours attended: {{hours}}.',
    madeOn: 'Issued on {{day}}',
    madeAt: 'Issued in {{city}} on {{day}}',
    place: 'Place: {{place}}',
    number: 'Number {{number}}',
    signature: 'For {{association}}, signature and stamp',
  },
} as const satisfies Like<typeof french>
