/** The languages of `public/locales`, a file each, written by hand. The first is what is shown when none fits. */
export const LANGUAGES = ['en', 'zh-CN', 'zh-TW', 'de', 'fr', 'es', 'ja', 'ko', 'pt-BR', 'ru'] as const;
