import type { Actor } from '../../api/contract.js';
import type { Voice } from '../session.js';

export function actorName({ kind, id, name }: Actor, { say }: Voice): string {
  switch (kind) {
    case 'person':
      return name ?? id ?? '';
    case 'operator':
      return say('the operator', '系统管理员');
    case 'integration':
      return say(`the integration ${id ?? ''}`, `外部系统 ${id ?? ''}`);
    case 'system':
      return say('the system', '系统');
  }
}
