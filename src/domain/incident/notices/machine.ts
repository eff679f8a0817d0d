import { MINUTE } from '../../time.js';
import { peopleCalled } from '../calls.js';
import { plain } from './tell.js';
import type { Tellings } from './tell.js';

/** A bug that repeats each minute must not flood those who have to decide in its place. */
const FAILURE_TOLD_EVERY = 10 * MINUTE;

/** Characters of an error that a notice shows: enough for the operator to find it in the log. */
const ERROR_SHOWN = 200;

export const machineTellings: Tellings = {
  /** To command and to whoever was alerted. From the state alone, since it may be the plan on which the machine fails. */
  machineFailed(state, { at, error, during }) {
    const { toldAt } = state.failures;
    if (toldAt !== undefined && at - toldAt < FAILURE_TOLD_EVERY) return [];
    const posts = Object.values(state.mobilisation.bodies).filter((body) => body.target.kind === 'post');
    const alerted = posts.flatMap((body) => peopleCalled(body.people));
    return [
      {
        template: 'machineFailed',
        to: plain([...Object.values(state.command.posts), ...alerted]),
        facts: { error: error.slice(0, ERROR_SHOWN), ...(during === undefined ? {} : { during }) },
      },
    ];
  },
};
