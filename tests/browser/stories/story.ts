// A page of stories shows the console as it is shipped, over a desk that lives in the page.
const real = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const path = typeof input === "string" ? input : input instanceof URL ? input.pathname : input.url;
  if (path === "/api/me" && location.pathname.startsWith("/desks/")) {
    return Response.json({
      user: { id: "u", name: "Aisha", email: null, hasPassword: false },
      desks: [
        { id: "fest", name: "Sommerfesten", member: "aisha", roles: [] },
        { id: "other", name: "Kundeservice", member: "aisha", roles: [] },
      ],
    });
  }
  if (path === "/api/invitations/look") {
    return Response.json({
      desk: "fest",
      deskName: "Sommerfesten",
      roles: ["community-manager"],
      name: null,
      expiresAt: "2026-12-01T10:00:00.000Z",
    });
  }
  if (path.startsWith("/api/"))
    return Response.json({ error: { code: "unauthenticated", message: "Not signed in." } }, { status: 401 });
  return real(input, init);
};
await import("@flowdesk/client/main.tsx");

export {};
