// Finds every pair of colours that meets on the page: text, marks, borders and outlines, each on its ground.
// Gives "front|ground|use" with the first place where it was seen; colours are named by the probes of the roles.
const [probes, touched] = arguments;
const NAMES = new Map(Object.entries(probes).map(([role, colour]) => [colour, role]));
const FOCUSABLE = ':is(a[href],button,summary,input,select,textarea,[tabindex="0"])';
const found = {};

const sheet = new CSSStyleSheet();
const roles = Object.entries(probes).map(([role, colour]) => `--a11y-${role}:${colour} !important`);
// Swatches give roles to themselves, so the probes go to every element of the menu too.
sheet.replaceSync(`:root,.a11y-menu *{${roles.join(";")}} *{transition:none !important}`);
document.adoptedStyleSheets = [sheet];
for (const details of document.querySelectorAll("details")) details.open = true;
for (const hidden of document.querySelectorAll(".a11y-menu [hidden]")) hidden.hidden = false;
if (touched) for (const one of document.styleSheets) touch(one.cssRules);

// Every state at once: the weight of a rule stays as it is.
function touch(rules) {
  for (const rule of rules) {
    if (rule.selectorText) {
      rule.selectorText = rule.selectorText
        .replaceAll(":focus-visible", FOCUSABLE)
        .replace(/:(?:hover|visited|target)\b/g, ":not(.none)");
    }
    if (rule.cssRules) touch(rule.cssRules);
  }
}

const solid = (colour) => colour && !/^rgba\(.*, 0\)$|^transparent$/.test(colour);
const named = (colour) => NAMES.get(colour) ?? colour;
const place = (element) => `${element.localName}.${element.className?.baseVal ?? element.className}`;

function see(front, ground, use, element) {
  if (!solid(front)) return;
  found[`${named(front)}|${named(ground)}|${use}`] ??= place(element);
}

// The ground behind an element: its own, or that of the nearest element around it that has one.
function ground(element) {
  for (let one = element; one; one = one.parentElement) {
    const colour = getComputedStyle(one).backgroundColor;
    if (solid(colour)) return colour;
  }
  return "none";
}

const sides = ["blockStart", "blockEnd", "inlineStart", "inlineEnd"].map((side) => `border${side[0].toUpperCase()}${side.slice(1)}`);

function box(style, inside, outside, element) {
  const own = solid(style.backgroundColor) ? style.backgroundColor : "";
  const plain = ["paper", "surface", "focus-ground"].includes(named(own));
  // A ground of another role is a shape: the plate of a sign, a button, a mark.
  if (own && own !== outside && !plain) see(own, outside, "shape", element);
  for (const side of sides) {
    if (style[`${side}Style`] === "none" || parseFloat(style[`${side}Width`]) === 0) continue;
    const colour = style[`${side}Color`];
    if (colour !== own) see(colour, inside, "shape", element);
    see(colour, outside, "shape", element);
  }
  if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) {
    see(style.outlineColor, outside, "shape", element);
    const [shadow] = style.boxShadow.match(/rgba?\([^)]*\)/) ?? [];
    if (shadow) see(style.outlineColor, shadow, "ring", element);
  }
  for (const [colour] of style.backgroundImage.matchAll(/rgba?\([^)]*\)/g)) see(colour, inside, "shape", element);
}

function look(element) {
  if (!element.checkVisibility({ visibilityProperty: true })) return;
  const style = getComputedStyle(element);
  const inside = ground(element);
  const outside = element.parentElement ? ground(element.parentElement) : inside;
  if (element.closest("svg")) {
    const drawn = element instanceof SVGGeometryElement;
    if (drawn && style.fill !== "none") see(style.fill, inside, "shape", element);
    if (drawn && style.stroke !== "none") see(style.stroke, inside, "shape", element);
    if (element.localName !== "svg") return;
  }
  box(style, inside, outside, element);
  const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (words) see(style.color, inside, "text", element);
  if (style.accentColor !== "auto" && element.matches("input") && style.appearance !== "none") {
    see(style.accentColor, outside, "shape", element);
  }
  if (style.display === "list-item" && style.listStyleType !== "none") {
    see(getComputedStyle(element, "::marker").color, inside, "text", element);
  }
  for (const name of ["::before", "::after"]) {
    const pseudo = getComputedStyle(element, name);
    if (["none", "normal"].includes(pseudo.content) || pseudo.display === "none") continue;
    const own = solid(pseudo.backgroundColor) ? pseudo.backgroundColor : inside;
    box(pseudo, own, inside, element);
    if (/[^\s"/]/.test(pseudo.content)) see(pseudo.color, own, "text", element);
  }
}

for (const element of document.body.querySelectorAll("*")) look(element);
return found;
