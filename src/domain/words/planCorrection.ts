import type { Instant } from '../time.js';
import type { PlanCopyInput } from './planCopy.js';
import { oneLine, shorten } from './text.js';
import { formatInstant } from './time.js';

type About = Pick<PlanCopyInput, 'names' | 'lang' | 'zone' | 'number' | 'version'>;

/** Without `from`, the version was withdrawn. */
export type PlanCorrectionInput = About &
  ({ from: Instant; before: Instant | undefined; url: string } | { from?: undefined; reason: string });

const REASON_CHARACTERS = 500;

/** The mail that puts right what an earlier mail said of a version: its date, or that it takes effect at all. */
export function planCorrectionWords(input: PlanCorrectionInput): { subject: string; text: string } {
  const { names, lang, version } = input;
  const title = oneLine(names.plan(lang));
  const number = oneLine(input.number);
  const plan =
    lang === 'zh-CN' ? `预案：${title}（${number}），第${version}版` : `Plan: ${title} (${number}), version ${version}`;
  const { subject, first, rest } = input.from === undefined ? withdrawn(input, title) : redated(input, title);
  return { subject, text: [first, '', plan, ...rest, '', names.organisation(lang)].join('\n') };
}

interface Said {
  subject: string;
  first: string;
  rest: string[];
}

function redated(
  { lang, zone, version, from, before, url }: Extract<PlanCorrectionInput, { from: Instant }>,
  title: string,
): Said {
  const date = formatInstant(from, lang, zone);
  const earlier = before === undefined ? undefined : formatInstant(before, lang, zone);
  return lang === 'zh-CN'
    ? {
        subject: `【预案更正】${title} 第${version}版，生效时间改为${date}`,
        first: '此前发放给您的应急预案，生效时间已变更，请以本邮件为准。',
        rest: [
          `生效时间：${date}${earlier === undefined ? '' : `（此前通知：${earlier}）`}`,
          '',
          `阅读，尚未签收的请签收：${url}`,
          '该链接代表您本人，请勿转发；30天内有效。',
        ],
      }
    : {
        subject: `Emergency plan, correction: ${title}, version ${version} is in effect from ${date}`,
        first: 'The emergency plan that was given to you has another date. What this mail says counts.',
        rest: [
          `In effect from: ${date}${earlier === undefined ? '' : ` (the mail before said ${earlier})`}`,
          '',
          `Read it, and acknowledge it if you have not yet: ${url}`,
          'The link stands for you: do not pass it on. It works for 30 days.',
        ],
      };
}

function withdrawn({ lang, version, reason }: Extract<PlanCorrectionInput, { reason: string }>, title: string): Said {
  const why = shorten(oneLine(reason), REASON_CHARACTERS);
  return lang === 'zh-CN'
    ? {
        subject: `【预案更正】${title} 第${version}版已撤回`,
        first: '此前发放给您的应急预案版本已撤回，不会生效，无须签收。',
        rest: [`撤回原因：${why}`, '', '现行有效的版本不变。'],
      }
    : {
        subject: `Emergency plan, correction: ${title}, version ${version} was withdrawn`,
        first: 'The version of the emergency plan that was given to you was withdrawn. It will not take effect.',
        rest: [`Why: ${why}`, '', 'There is nothing to acknowledge. The version that is in force stays in force.'],
      };
}
