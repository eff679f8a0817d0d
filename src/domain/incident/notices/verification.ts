import { calledPeople, plain, reporter } from './tell.js';
import type { Tellings } from './tell.js';

export const verificationTellings: Tellings = {
  verificationReminded: (state, event) => [
    { template: 'verificationReminder', to: plain(event.people), facts: { since: state.report.reportedAt } },
  ],
  standbyDeclared: (state) => [{ template: 'standby', to: plain(calledPeople(state)) }],
  rejected: (state) => [{ template: 'rejected', to: plain([...calledPeople(state), ...reporter(state)]) }],
};
