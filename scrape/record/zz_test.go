package record
import ("testing";"os";"fmt";"github.com/spectab/spectab/scrape/read")
func TestZZ(t *testing.T){
 f:=os.Getenv("ZZ"); if f==""{t.Skip()}
 b,_:=os.ReadFile(f)
 p,err:=read.Page(f,b); if err!=nil{t.Fatal(err)}
 list:=pieces(p.Blocks,drawings{})
 var runs []run
 for _,s:=range scannedSiblings(list){ for _,pr:=range s.prefixes(){ if len(pr.members)<2{continue}; for _,r:=range s.runs(list,pr){ r.weigh(list,nil); if r.weight>0 {runs=append(runs,r); if os.Getenv("ZA")!="" {fmt.Printf("%-11s %6.2f n=%d %q lines %d-%d\n",r.of.form,r.weight,len(r.member),pr.key,list[r.from].line.No,list[r.to-1].line.No)}}}}}
 for _,r:=range choose(runs){ fmt.Printf("CHOSEN %-11s %6.2f n=%d %q lines %d-%d\n   %s\n",r.of.form,r.weight,len(r.member),r.prefix.key,list[r.from].line.No,list[r.to-1].line.No,"")}
}
