import type { SceneDecision } from '../messages.js';
import { instant, oneOf, text } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const sceneReaders: Readers<'scene'> = { scene };

function scene(json: Json): SceneDecision {
  const action = oneOf(json, 'action', ['cordon', 'lift', 'admit', 'leave']);
  switch (action) {
    case 'cordon':
      return { type: 'scene', action, area: text(json, 'area'), rules: text(json, 'rules') };
    case 'lift':
      return { type: 'scene', action, reason: text(json, 'reason') };
    case 'admit':
      return {
        type: 'scene',
        action,
        name: text(json, 'name'),
        area: text(json, 'area'),
        purpose: text(json, 'purpose'),
      };
    case 'leave':
      return { type: 'scene', action, pass: instant(json, 'pass') };
  }
}
