/** The same year in another form or with its digits swapped: 27 and 2027, 27 and 72. */
const slip = 0.25;
/** Left out, or another year. */
const other = 0.5;

/**
 * How far the number at the end of a tag is from the one that is wanted, when the name before it is right or nearly so.
 * Years are treated as what they are: last year's tag is the commonest slip of all. Other numbers name other things
 * (`dag1`, `dag2`) and only a slip in typing them counts.
 * @param stem how many letters the wanted name has: the fewer, the less is forgiven, as `EM24` and `EM28` are two things
 * @returns null when the numbers make them different tags
 */
export function yearCost(typed: string, wanted: string, stem: number): number | null {
  if (typed === wanted) return 0;
  if (stem < 2) return null;
  if (wanted === "") return isYear(typed) && stem >= 5 ? other : null;
  if (!isYear(wanted)) return stem >= 3 && wanted.length >= 3 && isSlip(typed, wanted) ? other : null;
  if (typed === "") return stem >= 5 ? other : null;
  if (sameYear(typed, wanted) || isSwap(typed, wanted)) return slip;
  if (stem < 3) return null;
  return isYear(typed) || isSlip(typed, wanted) ? other : null;
}

/** Two digits, or four that begin with 19 or 20. */
function isYear(digits: string): boolean {
  return digits.length === 2 || (digits.length === 4 && /^(?:19|20)/.test(digits));
}

function sameYear(a: string, b: string): boolean {
  return isYear(a) && isYear(b) && a.slice(-2) === b.slice(-2);
}

/** The same digits, two neighbours swapped. */
function isSwap(typed: string, wanted: string): boolean {
  if (typed.length !== wanted.length) return false;
  for (let index = 0; index + 1 < wanted.length; index += 1) {
    const swapped = wanted.slice(0, index) + wanted.charAt(index + 1) + wanted.charAt(index) + wanted.slice(index + 2);
    if (typed === swapped) return true;
  }
  return false;
}

/** Swapped, or one digit left out, or one typed twice. */
function isSlip(typed: string, wanted: string): boolean {
  return isSwap(typed, wanted) || lacksOne(typed, wanted) || doubles(typed, wanted);
}

function lacksOne(typed: string, wanted: string): boolean {
  if (typed.length !== wanted.length - 1 || typed === "") return false;
  for (let index = 0; index < wanted.length; index += 1) {
    if (wanted.slice(0, index) + wanted.slice(index + 1) === typed) return true;
  }
  return false;
}

function doubles(typed: string, wanted: string): boolean {
  for (let index = 0; index < wanted.length; index += 1) {
    if (wanted.slice(0, index + 1) + wanted.slice(index) === typed) return true;
  }
  return false;
}
