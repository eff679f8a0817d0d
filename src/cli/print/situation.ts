import type { Incident } from '../../api/contract.js';
import { confidenceWords } from '../../domain/words/index.js';
import type { Voice } from '../session.js';

/** What is known now, and what is not. */
export function situationLines({ situation }: Incident, voice: Voice): string[] {
  const { lang, say, style, time } = voice;
  const facts = situation.facts.map(({ words, at, confidence }) => {
    const how = confidence === undefined ? say('as reported', '报告时所述') : confidenceWords(confidence, lang);
    return `  ${words}  ${style.dim(`${how}  ${time(at)}`)}`;
  });
  const questions = situation.questions.map(
    ({ id, text, by, at }) => `  ${text} (${id})  ${style.dim(`${by.name ?? by.id ?? ''}  ${time(at)}`)}`,
  );
  return [
    ...(facts.length === 0 ? [] : [style.bold(say('Known', '已知情况')), ...facts]),
    ...(questions.length === 0 ? [] : [style.bold(say('Open questions', '待查明的问题')), ...questions]),
  ];
}
