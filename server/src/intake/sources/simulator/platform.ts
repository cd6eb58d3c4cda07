/** The platforms on which a simulated evening plays. */
export type Platform = "instagram" | "facebook" | "tiktok" | "x" | "threads" | "youtube" | "bluesky" | "web" | "screen";
