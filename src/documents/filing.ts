import { checkOf } from './filing/check.js';
import { contextOf } from './filing/context.js';
import type { FilingInput } from './filing/context.js';
import { fillIn } from './filing/fillIn.js';
import type { FilingModel } from './model.js';

/**
 * The draft of what is filed with an authority, or sent to those concerned: the plan's template with what the record
 * answers. It asserts nothing that the record does not hold. `undefined`: there is no such rule, or no template for it.
 */
export function buildFiling(input: FilingInput): FilingModel | undefined {
  const context = contextOf(input);
  if (context === undefined) return undefined;
  const { words, names, lang, t, template, obligation, filings, numberOf, state } = context;
  const { title, facts, ...filled } = fillIn(context);
  return {
    kind: 'filing',
    lang,
    title: [title ?? t(template.title)],
    runningHead: words.runningHead(numberOf(obligation, filings.length + 1)),
    ...(state.report.mode === 'drill' ? { mark: words.drillMark } : {}),
    organisation: names.organisation(lang),
    check: checkOf(context),
    form: { caption: words.formCaption, facts },
    ...filled,
    annexes: [],
  };
}
