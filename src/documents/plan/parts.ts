import type { Text } from '../../domain/lang.js';
import type { Block, Section } from '../model.js';
import { paragraph, paragraphs } from '../paragraphs.js';
import type { PlanContext } from './context.js';

type Maybe = Section | undefined;

/** A section, or nothing where the plan has nothing to say about it. */
export function section({ t }: PlanContext, heading: Text, blocks: Block[], sections: Maybe[] = []): Maybe {
  const inner = sections.filter((sub) => sub !== undefined);
  return blocks.length === 0 && inner.length === 0 ? undefined : { heading: t(heading), blocks, sections: inner };
}

/** Chapters and annexes stand in every plan; one without content says so. */
export function chapter(context: PlanContext, heading: Text, blocks: Block[], sections: Maybe[] = []): Section {
  return (
    section(context, heading, blocks, sections) ?? {
      heading: context.t(heading),
      blocks: say(context, NOTHING),
      sections: [],
    }
  );
}

const NOTHING: Text = {
  'zh-CN': '本预案对此未作规定。',
  en: 'This plan lays nothing down about this.',
};

/** A text of the plan, each of its lines as a paragraph; nothing where the plan has none. */
export function say({ t }: PlanContext, ...texts: (Text | undefined)[]): Block[] {
  return texts.flatMap((text) => (text === undefined ? [] : paragraphs(t(text))));
}

/** A sentence that introduces a list, and the list. */
export function listed(context: PlanContext, lead: Text, items: readonly string[] | undefined): Block[] {
  if (items === undefined || items.length === 0) return [];
  return [paragraph(context.t(lead)), { kind: 'list', items: [...items] }];
}

export function listedTexts(context: PlanContext, lead: Text, items: readonly Text[] | undefined): Block[] {
  return listed(context, lead, items?.map(context.t));
}
