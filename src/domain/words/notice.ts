import type { Details, NoticeTemplate, Recipient, Target } from '../incident/index.js';
import type { Lang } from '../lang.js';
import type { LevelId } from '../plan/compiled.js';
import type { Names } from '../plan/names.js';
import type { Instant } from '../time.js';
import { textOf } from './details.js';
import { NOTICE_SENTENCES } from './noticeSentences.js';
import type { NoticeSentences } from './notices/sentences.js';
import { speaker } from './speaker.js';
import { targetsFrom } from './targets.js';
import type { Speaker } from './speaker.js';
import { oneLine, shorten } from './text.js';
import type { Zone } from './time.js';

/** Long enough to be told what happened, short enough to be read on a telephone. */
const QUOTED_CHARACTERS = 400;
const SUBJECT_TITLE_CHARACTERS = 60;

export interface NoticeInput {
  template: NoticeTemplate;
  /** Of the effect, see `src/domain/incident/notices.ts`. */
  facts: Details;
  /** What `noticeTexts` says, or less where texts were erased. */
  texts: Record<string, string>;
  names: Names;
  lang: Lang;
  incidentId: string;
  mode: 'real' | 'drill';
  recipient: Recipient;
  /** Absent where no answer is asked for. */
  ackUrl?: string;
  /** Of the SITREP that the notice is about; whoever holds it reads it. */
  sitrepUrl?: string;
  /** By report that the recipient has to file: whoever holds it opens the draft. */
  filingUrls?: Readonly<Record<string, string>>;
  /** Of the document that the notice is about; whoever holds it reads it. */
  documentUrl?: string;
  zone: Zone;
  /** What is known of the other incidents that the notice names, by id. */
  others?: Readonly<Record<string, OtherIncident>>;
  /** From the report; the notice's own facts hold no times. */
  category?: string;
  reportedAt?: Instant;
  occurredAt?: Instant;
}

/** Its names may be those of another plan. */
export interface OtherIncident {
  title: string;
  level?: LevelId;
  names: Names;
}

export interface NoticeLanguage {
  subject(notice: Notice): string;
  drill: string;
  /** What is known of the incident, line by line. */
  happened(notice: Notice): string[];
  why(notice: Notice): string;
  link: string;
  /** Stands before the commands that answer the notice. */
  how: string;
  closing(notice: Notice): string[];
}

/** The input, made ready for the sentences. */
export interface Notice extends NoticeInput {
  say: Speaker;
  sentences: NoticeSentences;
  /** Quoted texts: one line each, shortened, and `undefined` where unknown or erased. */
  quoted: Record<'title' | 'place' | 'cause' | 'impact' | 'description' | 'reason', string | undefined>;
  /** Any other text that the notice brings with it, in the same way. */
  quote: (key: string, atMost?: number) => string | undefined;
  targets: Target[];
  level?: string;
  proposedLevel?: string;
  incidentLevel?: string;
}

export function shortTitle(notice: Notice, missing: string): string {
  return shorten(notice.quoted.title ?? missing, SUBJECT_TITLE_CHARACTERS);
}

/** A notice that left before the level was decided may be rendered after: then the reason belongs to something else. */
export function decidedReason({ sentences, level, quoted }: Notice): string | undefined {
  return sentences.level === 'fromFacts' && level === undefined ? undefined : quoted.reason;
}

export function prepareNotice(input: NoticeInput): Notice {
  const { facts, texts } = input;
  const quote = (key: string, atMost = QUOTED_CHARACTERS): string | undefined => {
    const text = oneLine(texts[key] ?? '');
    return text === '' ? undefined : shorten(text, atMost);
  };
  const level = textOf(facts, 'level');
  const proposedLevel = textOf(facts, 'proposedLevel');
  const incidentLevel = textOf(facts, 'incidentLevel');
  return {
    ...input,
    say: speaker(input.names, input.lang),
    sentences: NOTICE_SENTENCES[input.lang][input.template],
    quoted: {
      title: quote('title'),
      place: quote('place'),
      cause: quote('cause'),
      impact: quote('impact'),
      description: quote('description'),
      reason: quote('reason'),
    },
    quote,
    targets: targetsFrom(input.recipient.targets ?? []),
    ...(level === undefined ? {} : { level }),
    ...(proposedLevel === undefined ? {} : { proposedLevel }),
    ...(incidentLevel === undefined ? {} : { incidentLevel }),
  };
}
