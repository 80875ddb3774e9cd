// Text for files that other programs open: what XML or a table cannot hold, or would show in another order.

const UNFIT = /[\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}\ufeff]|(?![\t\n])\p{Cc}/gu;

/** A text with U+FFFD for controls, bidi controls, noncharacters and half surrogate pairs, as kg/text/clean.py does it. */
export const clean = (text) => String(text).replace(UNFIT, "\ufffd");
