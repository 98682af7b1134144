/** Our Markdown as a messenger without it shows it: marks gone, list marks kept, links as `words：address`. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '$1：$2')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/^([\p{Zs}\t]*)- /gmu, '$1· ')
    .replace(/\\([\\*_[\]()<>`#|~.+-])/g, '$1');
}
