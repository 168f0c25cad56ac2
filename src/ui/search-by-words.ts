/** The items whose text contains every word of a search, in any case and order. An empty search matches all items. */
export function searchByWords<Item>(
  items: readonly Item[],
  search: string,
  textOf: (item: Item) => string,
): Item[] {
  const words = search.toLowerCase().split(/\s+/);
  return items.filter((item) => {
    const text = textOf(item).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
