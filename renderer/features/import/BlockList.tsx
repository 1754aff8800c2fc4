import type { KeyboardEvent } from 'react';
import type { BlockId } from '#shared/core/ids';
import type { ReviewBlock } from '#shared/import';
import { useStrings } from '../../i18n/language';
import { BlockRow } from './BlockRow';

export interface PartGroup {
  readonly name: string;
  readonly blocks: readonly ReviewBlock[];
}

interface BlockListProps {
  readonly groups: readonly PartGroup[];
  readonly chosen: BlockId | null;
  readonly pointed: BlockId | null;
  readonly caret: number;
  readonly onChoose: (block: BlockId, caret: number) => void;
  readonly onPoint: (block: BlockId | null) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly list: React.RefObject<HTMLDivElement | null>;
}

/** What the file becomes: one stop for Tab, the arrows go from part to part. */
export function BlockList(props: BlockListProps) {
  const { groups, chosen, pointed, caret, onChoose, onPoint, onKey, list } = props;
  const words = useStrings().importing;
  const named = groups.length > 1;
  return (
    <div
      className="import__blocks"
      role="listbox"
      aria-label={words.blocks}
      aria-orientation="vertical"
      ref={list}
      data-region
      onKeyDown={onKey}
    >
      {groups.map((group) => (
        <div key={group.name} role={named ? 'group' : 'presentation'} aria-label={named ? group.name : undefined}>
          {named && (
            <div className="import__group" aria-hidden>
              {group.name}
            </div>
          )}
          {group.blocks.map((block) => (
            <BlockRow
              key={block.id}
              block={block}
              chosen={block.id === chosen}
              pointed={block.id === pointed}
              caret={block.id === chosen ? caret : null}
              onChoose={onChoose}
              onPoint={onPoint}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
