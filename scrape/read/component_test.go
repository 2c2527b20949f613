package read

import (
	"testing"

	"github.com/spectab/spectab/scrape/page/pagetest"
)

const (
	component = `export default function Doors() {
  return (
    <table>
      {/* once there was
        <tr><td>D0</td><td>a door of glass</td></tr>
      */}
      <tr className={"odd"}><td>D1</td><td>{"the door is < open"}</td></tr>
      <tr><td>D2</td><td>the door is {t('not "shut"')}</td></tr>
      <tr><td>D3</td><td>{
        ` + "`the door's gone`" + `
      }</td><td>{name}</td><td>{t("door", "n")}</td></tr>
    </table>
  );
}
`
	componentRead = `section
  p 1 export default function Doors() { return (
  row 7:D1 | 7:the door is < open
  row 8:D2 | 8:the door is not "shut"
  row 9:D3 | 9:the door's gone | 11:{name} | 11:{t("door", "n")}
  p 13 ); }
`
)

// Of a component, what a page made of it says is read.
func TestComponent(t *testing.T) {
	for _, file := range []string{"doors.jsx", "doors.tsx"} {
		p, err := Page(file, []byte(component))
		if err != nil {
			t.Fatal(err)
		}
		pagetest.Same(t, pagetest.Dump(p.Blocks), componentRead)
	}
}
