import type { ComponentChildren } from 'preact';
import { SearchField } from '../../components/search-field';

interface Props {
  readonly title: string;
  readonly count: string;
  readonly searchLabel: string;
  readonly query: string;
  readonly onSearch: (query: string) => void;
  readonly children?: ComponentChildren;
}

/** Title, count and search box of a list. `children` stand beside the search box. */
export function ListHead({ title, count, searchLabel, query, onSearch, children }: Props) {
  return (
    <header class="list-head">
      <div class="row">
        <h1>{title}</h1>
        <span class="muted number" role="status">
          {count}
        </span>
      </div>
      <div class="row nowrap">
        <SearchField label={searchLabel} value={query} onSearch={onSearch} />
        {children}
      </div>
    </header>
  );
}
