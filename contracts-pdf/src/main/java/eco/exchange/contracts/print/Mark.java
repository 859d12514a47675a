package eco.exchange.contracts.print;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;

/** What a signature looks like on the page. */
public sealed interface Mark permits SealMark, SignatureMark {

  /** The signs that marks use besides the names of who signs. */
  String SIGNS = "0123456789ABCDEF: 年月日时分秒已电子签名签署时间证书序列号合同结算交易凭证公告专用章";

  /** Draws the mark on an empty face of the size of its field. */
  void draw(PdfFormXObject face, PdfDocument pdf);
}
