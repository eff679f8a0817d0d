import type { REGIMES } from '../../domain/plan/schema/control.js';
import type { Bilingual } from './labels.js';

type Regime = (typeof REGIMES)[number];

/** Whom each regime binds. */
export const REGIME_WORDS: Record<Regime, Bilingual> = {
  'cn-cii': { 'zh-CN': '关键信息基础设施运营者', en: 'operators of critical information infrastructure in China' },
  'cn-central-organ': {
    'zh-CN': '中央和国家机关及其直属单位',
    en: 'central and state organs of China and units directly under them',
  },
  'cn-other': { 'zh-CN': '境内其他网络运营者', en: 'other network operators in China' },
  'cn-production-safety': {
    'zh-CN': '受安全生产法律约束的单位',
    en: 'organisations under the law of China on production safety',
  },
  'eu-gdpr': { 'zh-CN': '受欧盟GDPR约束的单位', en: 'organisations under the GDPR of the EU' },
  'eu-nis2': { 'zh-CN': '受欧盟NIS2约束的单位', en: 'organisations under the NIS2 directive of the EU' },
  'eu-dora': { 'zh-CN': '受欧盟DORA约束的单位', en: 'organisations under DORA of the EU' },
  'us-sec': {
    'zh-CN': '受美国证券交易委员会披露规则约束的单位',
    en: 'organisations under the disclosure rules of the SEC of the US',
  },
};
