package guess
import ("testing";"os";"fmt";"github.com/spectab/spectab/scrape/read";"github.com/spectab/spectab/scrape/record")
func TestZZ(t *testing.T){
 f:=os.Getenv("ZZ"); if f==""{t.Skip()}
 b,_:=os.ReadFile(f)
 p,err:=read.Page(f,b); if err!=nil{t.Fatal(err)}
 for _,c:=range record.Candidates(p.Blocks){ 
  fmt.Printf("%s line %d rows %d %q header %q code %d w %.2f\n",c.Form,c.Line,len(c.Rows),c.Heading,c.Header,c.Code,c.Weight)
  for i,r:=range c.Rows { if i<4||i>len(c.Rows)-2 {fmt.Printf("    %d %q|",r.Part,r.Group); for _,x:=range r.Cells{fmt.Printf(" %.30q",x.Text())}; fmt.Println()}}
 }
 for _,g:=range DefaultWeights().readings(p){ fmt.Printf("GUESS %s %.2f line %d %d entries roles %q code %v\n",g.Form,g.Table.Confidence,g.Table.Line,len(g.Table.Entries),g.Roles,g.recipe.Code)}
}
func TestZW(t *testing.T){
 f:=os.Getenv("ZZ"); if f==""{t.Skip()}
 b,_:=os.ReadFile(f)
 p,err:=read.Page(f,b); if err!=nil{t.Fatal(err)}
 w:=DefaultWeights()
 for _,g:=range w.readings(p){ if len(g.Table.Entries)<4 {continue}
  if l:=os.Getenv("ZL"); l!="" && l!=fmt.Sprint(g.Table.Line) {continue}
  fmt.Printf("GUESS %s %.2f line %d %d entries %s\n  ",g.Form,g.Table.Confidence,g.Table.Line,len(g.Table.Entries),g.Table.Kind)
  for _,ms:=range [][]measure{ownMeasures,pageMeasures} { for _,m:=range ms { if v:=m.of(g.evidence)*w[m.name]; v>0.15||v< -0.15 {fmt.Printf(" %s %.2f;",m.name,v)}}}
  fmt.Println()
 }
}
