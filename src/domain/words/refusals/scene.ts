import { listOf, numberOf } from '../details.js';
import type { RefusalSentencesOf } from './sentences.js';

const FIELDS = {
  'zh-CN': { area: '范围或地点', rules: '出入规定', name: '姓名', purpose: '事由' },
  en: { area: 'area', rules: 'rules', name: 'name', purpose: 'purpose' },
} as const;

function fields(lang: 'zh-CN' | 'en', ids: string[]): string[] {
  const words: Record<string, string> = FIELDS[lang];
  return ids.map((id) => (Object.hasOwn(words, id) ? (words[id] ?? id) : id));
}

export const sceneRefusals: RefusalSentencesOf<
  'no_cordon' | 'cordon_stands' | 'scene_text_required' | 'unknown_pass' | 'scene_full'
> = {
  'zh-CN': {
    no_cordon: () => ({ title: '没有设立现场警戒', detail: '现场警戒尚未设立，或已解除。请先设立。' }),
    cordon_stands: ({ found }) => ({
      title: '现场警戒尚未解除',
      detail: `此后无法再解除警戒、登记离开。登记在内的人数：${numberOf(found, 'inside') ?? 0}。请先解除警戒，再作此决定。`,
    }),
    scene_text_required: ({ needed }, say) => ({
      title: '缺少必填内容',
      detail: `须写明：${say.list(fields('zh-CN', listOf(needed, 'fields'))) || '全部内容'}。请补全后重新提交。`,
    }),
    unknown_pass: ({ found, needed }, say) => ({
      title: '此号未登记在内',
      detail: `收到的号码：${numberOf(found, 'pass') ?? '（无）'}；登记在内的号码：${say.list(listOf(needed, 'passes')) || '无'}。请核对后重新提交。`,
    }),
    scene_full: ({ needed }) => ({
      title: '登记在内的人数已达上限',
      detail: `最多登记${numberOf(needed, 'most') ?? ''}人。请先登记离开的人员，或在现场用纸质登记本。`,
    }),
  },
  en: {
    no_cordon: () => ({
      title: 'There is no cordon',
      detail: 'None was set, or it was lifted. Set the cordon first.',
    }),
    cordon_stands: ({ found }) => ({
      title: 'The cordon still stands',
      detail: `After this nobody could lift it or register who leaves. Registered as inside: ${numberOf(found, 'inside') ?? 0}. Lift the cordon first, then decide this again.`,
    }),
    scene_text_required: ({ needed }, say) => ({
      title: 'Something is not filled in',
      detail: `Needed: ${say.list(fields('en', listOf(needed, 'fields'))) || 'every field'}. Fill it in and send it again.`,
    }),
    unknown_pass: ({ found, needed }, say) => ({
      title: 'Nobody is inside under this pass',
      detail: `Received: ${numberOf(found, 'pass') ?? '(none)'}. Inside: ${say.list(listOf(needed, 'passes')) || 'nobody'}. Check the number and send it again.`,
    }),
    scene_full: ({ needed }) => ({
      title: 'Too many are registered as inside',
      detail: `At most ${numberOf(needed, 'most') ?? 'so many'} can be. Register those who have left first, or keep a list on paper on scene.`,
    }),
  },
};
