import { createStore } from "zustand/vanilla";

/**
 * Whether an author has just been erased from this screen. Kept apart from the page that asked: the desk is loaded anew
 * then, and the page with it.
 */
export const erasureStore = createStore<{ readonly isDone: boolean }>()(() => ({ isDone: false }));
