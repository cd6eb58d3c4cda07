/**
 * The index by author, by spans of the log. One over all items has its pages touched in nobody's order: with a million
 * items each new one altered a page that was not in the cache, five kilobytes of it written ahead. Within a span what is
 * new stands together, and whoever looks for an author looks once a span. The number is `span` in queries/items.ts.
 */
export const authors = `
create index items_by_author on items (desk, (received_seq / 16384), channel, author);
drop index items_author;
`;
