import { said } from '../../lang.js';
import { blanksIn } from '../blanks.js';
import { issue } from '../issues.js';
import type { PlanIssue } from '../issues.js';
import type { PlanDocument } from '../schema.js';
import { check } from './check.js';
import type { Check } from './check.js';

/** What Muster fills into the template of a legal report can be filled in there. */
export const filingChecks: Check[] = [
  check(['obligations', 'languages'], languages),
  check(['obligations'], answers),
  check(['obligations', 'templates'], answeringBlanks),
  check(['templates'], filledBlanks),
];

function languages({ obligations, languages: known }: Pick<PlanDocument, 'obligations' | 'languages'>): PlanIssue[] {
  return (obligations ?? []).flatMap(({ language }, i) => {
    if (language === undefined || known.includes(language)) return [];
    const message = said(`the plan has no texts in ${language}`, `预案没有 ${language} 文字`);
    const hint = said(
      `give one of the languages of the plan: ${known.join(', ')}`,
      `写预案已有的语言之一：${known.join('、')}`,
    );
    return [issue(['obligations', i, 'language'], 'language_of_report', message, hint)];
  });
}

function answers({ obligations }: Pick<PlanDocument, 'obligations'>): PlanIssue[] {
  return (obligations ?? []).flatMap(({ contents, answeredBy }, i) => {
    if (answeredBy === undefined || answeredBy.length === contents.length) return [];
    const message = said(
      `there are ${contents.length} contents, and blanks for ${answeredBy.length} of them`,
      `contents 列了 ${contents.length} 项，answeredBy 却有 ${answeredBy.length} 项`,
    );
    const hint = said('give the blanks for each of contents, in their order', '按 contents 的顺序逐项写出填写项');
    return [issue(['obligations', i, 'answeredBy'], 'answers_of_contents', message, hint)];
  });
}

function answeringBlanks({ obligations, templates }: Pick<PlanDocument, 'obligations' | 'templates'>): PlanIssue[] {
  return (obligations ?? []).flatMap(({ template, answeredBy }, i) => {
    if (answeredBy === undefined) return [];
    const body = templates?.find(({ id }) => id === template)?.body;
    // That it is not there is told where it is named.
    if (template !== undefined && body === undefined) return [];
    const known = body === undefined ? [] : blanksIn(body);
    return answeredBy.flatMap((blanks, k) =>
      blanks
        .split(' ')
        .flatMap((blank) =>
          known.includes(blank) ? [] : [unknown(['obligations', i, 'answeredBy', k], blank, known)],
        ),
    );
  });
}

function filledBlanks({ templates }: Pick<PlanDocument, 'templates'>): PlanIssue[] {
  return (templates ?? []).flatMap(({ body, internal, blanks }, i) => {
    const known = [body, internal].flatMap((one) => (one === undefined ? [] : blanksIn(one)));
    return (blanks ?? []).flatMap(({ blank }, k) =>
      known.includes(blank) ? [] : [unknown(['templates', i, 'blanks', k, 'blank'], blank, known)],
    );
  });
}

function unknown(path: (string | number)[], blank: string, known: string[]): PlanIssue {
  const message = said(`the template has no blank {${blank}}`, `模板中没有填写项 {${blank}}`);
  const hint =
    known.length === 0
      ? said('name a template that has it', '写明含有该填写项的模板')
      : said(`its blanks are: ${known.join(', ')}`, `模板中的填写项：${known.join('、')}`);
  return issue(path, 'unknown_blank', message, hint);
}
