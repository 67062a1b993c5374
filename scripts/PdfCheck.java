import java.io.FileInputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Checks PDF files against PDF/UA-1 and PDF/A-2a with veraPDF's engine; prints what fails, exit status 1 if anything does. */
public class PdfCheck {
    public static void main(String[] files) {
        VeraGreenfieldFoundryProvider.initialise();
        boolean failed = false;
        for (String file : files) {
            for (String flavour : new String[] {"ua1", "2a"}) {
                failed |= fails(file, PDFAFlavour.byFlavourId(flavour));
            }
        }
        System.exit(failed ? 1 : 0);
    }

    /** A file that cannot be read at all fails too, and the others are still checked. */
    private static boolean fails(String file, PDFAFlavour flavour) {
        TreeSet<String> failures = new TreeSet<>();
        try (FileInputStream stream = new FileInputStream(file);
             var parser = Foundries.defaultInstance().createParser(stream, flavour);
             var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            for (TestAssertion assertion : validator.validate(parser).getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    failures.add(assertion.getRuleId().getClause() + ": " + assertion.getMessage());
                }
            }
        } catch (Exception unreadable) {
            failures.add("cannot be read: " + unreadable.getMessage());
        }
        for (String failure : failures) {
            System.out.println(file + ": " + flavour.getId() + ": " + failure);
        }
        return !failures.isEmpty();
    }
}
