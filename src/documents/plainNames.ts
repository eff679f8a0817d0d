import type { Names } from '../domain/plan/names.js';

/** Private characters around a name, so that the id which a sentence puts behind it is found and nothing that people wrote. */
const [BEGIN, END] = ['\ue002', '\ue003'];
const ID = new RegExp(`${END}(（[\\w.-]+）| \\([\\w.-]+\\))`, 'gu');
const MARKS = new RegExp(`[${BEGIN}${END}]`, 'gu');

/** Names of what sentences tell with its id, because one asks for it by that. Whoever signs a paper asks for nothing. */
export function markedNames(names: Names): Names {
  const mark = (name: string): string => `${BEGIN}${name}${END}`;
  return {
    ...names,
    task: (id, lang) => mark(names.task(id, lang)),
    obligation: (id, lang) => mark(names.obligation(id, lang)),
    partner: (id, lang) => mark(names.partner(id, lang)),
    resource: (id, lang) => mark(names.resource(id, lang)),
    resourceAmount: (id, quantity, lang) => mark(names.resourceAmount(id, quantity, lang)),
  };
}

export function withoutIds(sentence: string): string {
  return sentence.replace(ID, END).replace(MARKS, '');
}
