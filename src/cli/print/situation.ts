import type { Incident, Telling } from '../../api/contract.js';
import { confidenceWords } from '../../domain/words/index.js';
import type { Voice } from '../session.js';
import { actorName } from './actorName.js';
import { section } from './section.js';

/** What is known now, and what is not. */
export function situationLines({ situation }: Incident, voice: Voice): string[] {
  const { say, style, time } = voice;
  const facts = situation.facts.map((fact) => `  ${fact.words}  ${told(fact, voice)}`);
  const statements = situation.statements.map(
    (one) => `  ${one.text ?? say('(text erased)', '（原文已删除）')}  ${told(one, voice)}`,
  );
  const questions = situation.questions.map(
    ({ id, text, by, at }) => `  ${text} (${id})  ${style.dim(`${actorName(by, voice)}  ${time(at)}`)}`,
  );
  return [
    ...section(say('Known', '已知情况'), facts, voice),
    ...section(say('Statements', '文字情况'), [...earlier(situation, voice), ...statements], voice),
    ...section(say('Open questions', '待查明的问题'), questions, voice),
  ];
}

function earlier({ earlierStatements: count }: Incident['situation'], { say, style }: Voice): string[] {
  if (count === 0) return [];
  return [`  ${style.dim(say(`${count} earlier: see timeline`, `此前还有${count}条，见 timeline`))}`];
}

/** How sure, from where, when it was so, when it was told, and by whom. */
function told({ at, by, source, observedAt, from, confidence }: Telling & { at: string }, voice: Voice): string {
  const { lang, say, style, time } = voice;
  const who = actorName(by, voice);
  const parts = [
    confidence === undefined ? say('as reported', '报告时所述') : confidenceWords(confidence, lang),
    from !== undefined && say(`merged from ${from}`, `随事故 ${from} 并入`),
    source !== undefined && say(`source: ${source}`, `来源：${source}`),
    observedAt !== undefined && say(`observed ${time(observedAt)}`, `观察于 ${time(observedAt)}`),
    say(`told ${time(at)} by ${who}`, `${who}于 ${time(at)} 告知`),
  ];
  return style.dim(parts.filter((part) => part !== false).join(say('; ', '；')));
}
