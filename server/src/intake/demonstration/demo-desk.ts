/** The desk of the demonstration. */
export const demoDesk = { id: "sommerfesten", name: "Sommerfesten", zone: "Europe/Copenhagen" } as const;
