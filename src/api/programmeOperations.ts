import { CONTENT_TYPES } from '../domain/contentTypes.js';
import * as c from './contract.js';
import type { Operation } from './operation.js';

const one = { tag: 'drills', path: '/api/v1/drill-programme/{entry}/pause', params: c.ProgrammeParams } as const;
const answer = { status: 200, schema: c.ProgrammeEntry, description: 'As it stands now.' };

/** The drills of every year. */
export const PROGRAMME_OPERATIONS: Operation[] = [
  {
    method: 'get',
    path: '/api/v1/drill-programme',
    tag: 'drills',
    summary: 'The drill programme of the plan in force: when each entry is due, what became of it, and what is paused',
    answer: { status: 200, schema: c.Programme, description: 'Empty where the plan has none.' },
  },
  {
    method: 'get',
    path: '/api/v1/drill-coverage',
    tag: 'drills',
    summary: 'What of the plan in force was exercised when, by which drill, and what is due',
    answer: { status: 200, schema: c.Coverage, description: 'Real incidents stand apart.' },
  },
  {
    method: 'get',
    path: '/api/v1/drill-coverage/report',
    tag: 'drills',
    summary: 'The same, to be printed',
    query: c.CoveragePaperQuery,
    answer: {
      status: 200,
      media: ['text/html', CONTENT_TYPES.docx],
      description: 'The file.',
    },
  },
  {
    ...one,
    method: 'put',
    summary: 'Pause an entry: its times are left out until it goes on, whatever version of the plan takes effect',
    body: c.PauseRequest,
    answer,
    problems: [409, 422],
  },
  { ...one, method: 'delete', summary: 'Let it go on', answer, problems: [409] },
];
