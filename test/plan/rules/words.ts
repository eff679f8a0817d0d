export const say = (zh: string, en: string) => ({ 'zh-CN': zh, en });
export const LEVELS = ['full', 'basic'];
export const POSTS = ['commander', 'deputy', 'repair-lead', 'engineer', 'liaison-lead', 'officer'];
