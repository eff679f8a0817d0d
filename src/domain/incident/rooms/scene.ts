import { authorityOf } from '../authority.js';
import { keepersOf } from '../cordon.js';
import type { EventBody } from '../events.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import type { Room } from '../room.js';
import type { SceneSlice, State } from '../state.js';

/** The incident carries the list of who is inside; a scene with more people than this needs guards with a list of their own. */
const MOST_INSIDE = 200;

type On<A extends MessageOf<'scene'>['action']> = MessageOf<'scene'> & { action: A };

/** Cordon and access control: what is closed off, by which rules, and who is inside. */
export const scene: Room<'scene'> = {
  name: 'scene',
  initial: { passes: 0, inside: [] },

  evolve(slice, event) {
    switch (event.type) {
      case 'cordonSet': {
        const { area, rules } = event.texts;
        return { ...slice, cordon: { area, rules, by: event.actor, at: event.at } };
      }
      case 'cordonLifted':
        return {
          passes: slice.passes,
          inside: [],
          reason: event.texts.reason,
          ...(slice.cordon === undefined ? {} : { lifted: slice.cordon.area }),
        };
      case 'personAdmitted': {
        const { pass, at, seq } = event;
        return { ...slice, passes: pass, inside: [...slice.inside, { pass, at, seq }] };
      }
      case 'personLeft':
        return { ...slice, inside: slice.inside.filter(({ pass }) => pass !== event.pass) };
      default:
        return slice;
    }
  },

  decide: { scene: decideScene },

  /** Nobody could lift it any more once the incident is closed, rejected or merged. */
  openItems({ scene: { cordon } }) {
    return cordon === undefined ? [] : [{ code: 'cordon_stands' }];
  },
};

function decideScene(state: State, message: MessageOf<'scene'>): EventBody[] {
  const by = authorityOf(state, message.actor, keepersOf(state));
  if ('code' in by) return [by];
  const { cordon } = state.scene;
  if (message.action !== 'cordon' && cordon === undefined) return [refusal('no_cordon')];
  switch (message.action) {
    case 'cordon': {
      const { area, rules } = message;
      return missing({ area, rules }) ?? [{ type: 'cordonSet', ...by, texts: { area, rules } }];
    }
    case 'lift': {
      const { reason } = message;
      if (reason.trim() === '') return [refusal('reason_required')];
      return [{ type: 'cordonLifted', ...by, inside: state.scene.inside.length, texts: { reason } }];
    }
    case 'admit':
      return admit(state.scene, message, by);
    case 'leave': {
      const { pass } = message;
      const inside = state.scene.inside.map((entry) => String(entry.pass));
      if (!inside.includes(String(pass))) return [refusal('unknown_pass', { pass }, { passes: inside })];
      return [{ type: 'personLeft', ...by, pass }];
    }
  }
}

function admit(
  { inside, passes }: SceneSlice,
  { name, area, purpose }: On<'admit'>,
  by: { authority: string },
): EventBody[] {
  if (inside.length >= MOST_INSIDE) return [refusal('scene_full', { inside: inside.length }, { most: MOST_INSIDE })];
  return (
    missing({ name, area, purpose }) ?? [
      { type: 'personAdmitted', ...by, pass: passes + 1, texts: { name, area, purpose } },
    ]
  );
}

function missing(texts: Record<string, string>): EventBody[] | undefined {
  const empty = Object.keys(texts).filter((field) => texts[field]?.trim() === '');
  return empty.length === 0 ? undefined : [refusal('scene_text_required', {}, { fields: empty })];
}
