import { useStrings } from '../../components/strings';

/** One rule. */
export function RuleEditor({ onBack }: { readonly uuid: string | null; readonly onBack: () => void }) {
  const { t } = useStrings();
  return (
    <button type="button" class="btn" onClick={onBack}>
      {t('common.back')}
    </button>
  );
}
