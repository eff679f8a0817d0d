import type { Expectation, Inject } from '../plan/compile/scenario.js';

/**
 * Simulated people do what the plan asks of their posts, and enter the facts that an inject has. They relieve and release nobody,
 * and what they are told besides, and has to be weighed, they do not hear.
 */
export function isBeyondSimulation({ event, where, anew }: Expectation, { facts }: Inject): boolean {
  switch (event) {
    case 'released':
    case 'obligationsJudged':
      return true;
    case 'commandPassed':
      return where?.['why'] === 'handover';
    case 'spendingApproved':
      return anew === true;
    case 'factAdded':
      return Object.keys(facts).length === 0;
    default:
      return false;
  }
}
