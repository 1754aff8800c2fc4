import { expect, type Locator, type Page } from '@playwright/test';

/** A point or paragraph as a person names it: chapter and number, both from 1. */
export interface Spot {
  readonly chapter: number;
  readonly point: number;
}

export interface PageBlock {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
}

/** The view that one leaves stands, and can be read, until the other one is drawn. */
async function turnTo(choice: Locator): Promise<void> {
  await choice.click();
  await expect(choice).toBeChecked();
}

/** One programme window as the person at it sees it. Everything is found by role, name or printed place, never by a programme's own words. */
export class WorkspacePage {
  constructor(readonly window: Page) {}

  get text(): Locator {
    return this.window.getByRole('main');
  }

  get panel(): Locator {
    return this.window.getByRole('complementary');
  }

  /** Waits until the programme stands on the page. A document that is shown to be looked through first is used as it is. */
  async ready(): Promise<void> {
    const use = this.window.getByRole('button', { name: 'Bruk som program' });
    const editor = this.text.locator('[contenteditable="true"]');
    await expect(use.or(editor)).toBeVisible();
    if (await use.isVisible()) await use.click();
    await expect(this.text.locator('[data-block-id]').first()).toBeVisible();
    await expect(editor).toBeVisible();
  }

  /** Waits until all of the text stands on the page: a frozen one is drawn in turns. */
  async drawn(): Promise<void> {
    await expect(this.text.locator('.revision-page[aria-busy="true"]')).toHaveCount(0);
  }

  /** The blocks on the page, in order. Struck text that the marks show beside them is not part of them. */
  async blocks(): Promise<readonly PageBlock[]> {
    await this.drawn();
    return this.text.locator('[data-block-id]').evaluateAll((elements) =>
      elements.map((element) => {
        const own = element.querySelector('.frozen__lines') ?? element;
        return {
          id: element.getAttribute('data-block-id') ?? '',
          kind: element.getAttribute('data-kind') ?? '',
          text: own.textContent,
        };
      }),
    );
  }

  async blockAt({ chapter, point }: Spot): Promise<PageBlock> {
    const blocks = await this.blocks();
    let chaptersSeen = 0;
    let pointsSeen = 0;
    for (const block of blocks) {
      if (block.kind === 'heading') {
        chaptersSeen += 1;
        pointsSeen = 0;
      }
      if (block.kind === 'point') pointsSeen += 1;
      if (chaptersSeen === chapter && pointsSeen === point && block.kind === 'point') return block;
    }
    throw new Error(`There is no point ${chapter}.${point} on the page.`);
  }

  block(id: string): Locator {
    return this.text.locator(`[data-block-id="${id}"]`);
  }

  /** Puts the caret at the end of a point, as a click behind its last word does. */
  async caretAtEndOf(spot: Spot): Promise<PageBlock> {
    const block = await this.blockAt(spot);
    await this.block(block.id).click();
    await this.window.keyboard.press('End');
    await this.pressToEndOfBlock(block.id);
    return block;
  }

  private async pressToEndOfBlock(id: string): Promise<void> {
    await this.block(id).evaluate((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let last: Node | null = null;
      while (walker.nextNode()) last = walker.currentNode;
      getSelection()?.setPosition(last ?? element, last?.textContent?.length ?? 0);
    });
  }

  async selectAllOf(id: string): Promise<void> {
    await this.block(id).click();
    await this.block(id).evaluate((element) => {
      getSelection()?.selectAllChildren(element);
    });
  }

  /** The choice of view with that name; the same name may stand for something else within a view. */
  viewChoice(name: string): Locator {
    return this.window.getByRole('radiogroup', { name: 'Visning' }).getByRole('radio', { name });
  }

  async view(name: string): Promise<void> {
    await turnTo(this.viewChoice(name));
  }

  /** The frozen text, whatever the newest version is called. */
  async frozenView(): Promise<void> {
    await turnTo(this.window.getByRole('radiogroup', { name: 'Visning' }).getByRole('radio').nth(1));
  }

  async panelTab(name: string): Promise<void> {
    await this.panel.getByRole('tab', { name }).click();
  }

  /** Does what the palette calls that, by keyboard alone. */
  async runFromPalette(command: string): Promise<void> {
    await this.window.keyboard.press('Control+k');
    await this.window.keyboard.type(command);
    await expect(this.dialog.getByRole('menuitem').first()).toContainText(command);
    await this.window.keyboard.press('ArrowDown');
    await this.window.keyboard.press('Enter');
    await expect(this.dialog.getByRole('searchbox', { name: 'Ord, punkt eller handling' })).toHaveCount(0);
  }

  get dialog(): Locator {
    return this.window.getByRole('dialog');
  }

  /** The sentence that sums the changes up. */
  get summary(): Locator {
    return this.panel.locator('.changes__summary');
  }

  async saved(): Promise<void> {
    await expect(this.window.locator('[data-saving]')).toHaveAttribute('data-saving', 'saved');
  }
}
