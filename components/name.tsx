import { useStrings } from './strings';

// Characters that show nothing and could make one name look like another: default-ignorables, controls and other formats.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu;
// The joiner inside an emoji and variation selectors belong to what is seen.
const HARMLESS = /(?<=\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F]?)(?:\u200D(?=\p{Extended_Pictographic})|\uFE0F)/gu;

/** Replaces characters that cannot be seen by a visible dot, so that `bob` and `b​ob` never look alike. Emoji sequences stay. */
export function visibleName(name: string): string {
  const kept = new Set<number>();
  for (const match of name.matchAll(HARMLESS)) kept.add(match.index);
  return name.replace(INVISIBLE, (char, at: number) => (kept.has(at) ? char : '◌'));
}

/** A person's name as the site wrote it, isolated from the direction of the text around it. */
export function Name({ name }: { readonly name: string }) {
  const { t } = useStrings();
  const shown = visibleName(name);
  return (
    <bdi class="name" title={shown === name ? undefined : t('common.hiddenCharacters')}>
      {shown === '' ? t('common.noName') : shown}
    </bdi>
  );
}
