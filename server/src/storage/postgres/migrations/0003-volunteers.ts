/**
 * Invitations to an access that ends by itself: when it does (ms UTC), and what the member is given besides the roles
 * (channels and languages, JSON).
 */
export const volunteers = `
alter table invitations add column access_until bigint;
alter table invitations add column given text collate "C";
`;
